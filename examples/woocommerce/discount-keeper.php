<?php
/**
 * Plugin Name:       Discount Keeper
 * Description:       Keeps the discount and the affiliate of a link from landing to checkout, and writes both to the order.
 * Version:           0.1.0
 * Requires at least: 6.8
 * Requires PHP:      7.4
 * Requires Plugins:  woocommerce
 * License:           MIT
 *
 * @package DiscountKeeper
 */

namespace DiscountKeeper;

defined( 'ABSPATH' ) || exit;

const VERSION = '0.1.0';
const HANDLE  = 'discount-keeper';

/** Of the cart's extensions in the Store API, and of the shopper's session. */
const SPACE = 'cc';

/** What the script keeps with the cart; orders carry it under the same names. */
const ATTRIBUTES = array( 'cc-discount-code', 'cc-ref' );

/** Characters: eight codes of 64, with commas. */
const LONGEST = 519;

/** The script's first file; it imports the second from beside it when there is something to keep. */
function enqueue() {
	if ( is_customize_preview() ) {
		return;
	}
	wp_enqueue_script(
		HANDLE,
		plugins_url( 'assets/discount-keeper.woocommerce.js', __FILE__ ),
		array(),
		VERSION,
		array(
			'strategy'  => 'defer',
			'in_footer' => false,
		)
	);
}
add_action( 'wp_enqueue_scripts', __NAMESPACE__ . '\enqueue' );

/**
 * The script's options are data attributes of its tag: `data-ttl-days`, `data-stacking` and so on.
 *
 * @param array $attributes Of any script tag; WordPress escapes them.
 * @return array
 */
function with_options( $attributes ) {
	if ( ! isset( $attributes['id'] ) || HANDLE . '-js' !== $attributes['id'] ) {
		return $attributes;
	}
	/**
	 * Filters the options of the script.
	 *
	 * @param array $options Data attributes by name, such as `array( 'data-ttl-days' => '14' )`.
	 */
	$options = apply_filters( 'discount_keeper_options', array() );
	return array_merge( $attributes, $options );
}
add_filter( 'wp_script_attributes', __NAMESPACE__ . '\with_options' );

/**
 * What may be kept of what came from the browser: known names, plain text of a bounded length.
 *
 * @param mixed $data From the request.
 * @return array
 */
function sanitized( $data ) {
	$kept = array();
	foreach ( ATTRIBUTES as $name ) {
		$value = is_array( $data ) && isset( $data[ $name ] ) ? $data[ $name ] : '';
		$text  = is_string( $value ) ? substr( sanitize_text_field( $value ), 0, LONGEST ) : '';
		if ( '' !== $text ) {
			$kept[ $name ] = $text;
		}
	}
	return $kept;
}

/**
 * What is kept with the shopper's cart.
 *
 * @return array
 */
function kept() {
	$session = WC()->session;
	return $session ? sanitized( $session->get( SPACE, array() ) ) : array();
}

/**
 * Replaces what is kept with the shopper's cart: the script sends all of it.
 *
 * @param mixed $data From the request.
 */
function keep( $data ) {
	if ( WC()->session ) {
		WC()->session->set( SPACE, sanitized( $data ) );
	}
}

/** An emptied cart, an order's included, has nothing to carry. */
function forget() {
	if ( WC()->session ) {
		WC()->session->set( SPACE, null );
	}
}
add_action( 'woocommerce_cart_emptied', __NAMESPACE__ . '\forget' );

/**
 * The attributes as the Store API describes them.
 *
 * @return array
 */
function schema() {
	return array_fill_keys(
		ATTRIBUTES,
		array(
			'description' => 'Kept by discount-keeper.',
			'type'        => 'string',
			'readonly'    => true,
		)
	);
}

/** Lets carts of the Store API tell the attributes, and take them. */
function extend_store_api() {
	woocommerce_store_api_register_update_callback(
		array(
			'namespace' => SPACE,
			'callback'  => __NAMESPACE__ . '\keep',
		)
	);
	woocommerce_store_api_register_endpoint_data(
		array(
			'endpoint'        => 'cart',
			'namespace'       => SPACE,
			'schema_type'     => ARRAY_A,
			'schema_callback' => __NAMESPACE__ . '\schema',
			'data_callback'   => __NAMESPACE__ . '\kept',
		)
	);
}
add_action( 'woocommerce_blocks_loaded', __NAMESPACE__ . '\extend_store_api' );

/**
 * Copies what is kept to an order that is being made; whoever calls this saves the order.
 *
 * @param \WC_Order $order The order.
 */
function copy_to_order( $order ) {
	foreach ( kept() as $name => $value ) {
		$order->update_meta_data( $name, $value );
	}
}
add_action( 'woocommerce_checkout_create_order', __NAMESPACE__ . '\copy_to_order' );

/**
 * The same for the checkout block, whose orders are there already.
 *
 * @param \WC_Order $order The order.
 */
function copy_to_block_order( $order ) {
	copy_to_order( $order );
	$order->save_meta_data();
}
add_action( 'woocommerce_store_api_checkout_update_order_meta', __NAMESPACE__ . '\copy_to_block_order' );

/** Orders are only reached through WooCommerce, wherever it stores them. */
function declare_compatibility() {
	$features = '\Automattic\WooCommerce\Utilities\FeaturesUtil';
	if ( class_exists( $features ) ) {
		$features::declare_compatibility( 'custom_order_tables', __FILE__ );
		$features::declare_compatibility( 'cart_checkout_blocks', __FILE__ );
	}
}
add_action( 'before_woocommerce_init', __NAMESPACE__ . '\declare_compatibility' );
